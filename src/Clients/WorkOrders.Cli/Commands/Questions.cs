using System.CommandLine;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao questions`: what waits for an answer, or has it.</summary>
internal static class Questions
{
    public static Command Command()
    {
        var answered = new Option<bool>("--answered") { Description = "Those that have their answer, the latest first; otherwise those that wait for it." };
        var size = Inputs.Between("--page-size", 1, 200, "How many at once: 1 to 200.");
        size.DefaultValueFactory = _ => 50;
        var token = new Option<string?>("--page-token") { Description = "Go on where a page ended." };
        var all = new Option<bool>("--all") { Description = "Every page, not only one." };

        return new Command("questions", "List contractors' questions, the longest waiting first (Beställningsfrågor).")
        {
            answered, size, token, all,
        }.Does(async (session, cancellationToken) =>
        {
            var request = new ListQuestionsRequest
            {
                State = session.Get(answered) ? QuestionState.Answered : QuestionState.Open,
                PageSize = session.Get(size),
                PageToken = session.Get(token) ?? "",
            };
            QuestionList.Write(await FetchAsync(session, request, session.Get(all), cancellationToken), session.Screen);
        });
    }

    private static async Task<ListQuestionsResponse> FetchAsync(
        Session session, ListQuestionsRequest request, bool all, CancellationToken cancellationToken)
    {
        var pages = await session.Client.WorkOrders.ListQuestionsAsync(request, cancellationToken: cancellationToken);
        while (all && pages.NextPageToken.Length > 0)
        {
            request.PageToken = pages.NextPageToken;
            var page = await session.Client.WorkOrders.ListQuestionsAsync(request, cancellationToken: cancellationToken);
            pages.Questions.Add(page.Questions);
            pages.NextPageToken = page.NextPageToken;
        }

        return pages;
    }
}
