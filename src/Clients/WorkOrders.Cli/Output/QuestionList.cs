using System.Globalization;
using Spectre.Console;
using WorkOrders.V1;

namespace WorkOrders.Cli.Output;

/// <summary>A page of questions as a table, each with its answer if it has one.</summary>
internal static class QuestionList
{
    public static void Write(ListQuestionsResponse page, Screen screen)
    {
        if (screen.Json)
        {
            Screen.Document(page);
            return;
        }

        var words = screen.Words;
        var table = screen.Table(
            words["AO-nr", "WO no."], words["Ställd", "Asked"], words["Utförare", "Performer"], words["Adress", "Address"],
            words["Beställningsfråga", "Order question"], words["Besvarad", "Answered"], words["Beställningssvar", "Order answer"]);
        foreach (var listed in page.Questions)
            table.AddRow(Row(listed, words).Select(cell => new Markup(cell)));

        screen.Write(table);
        var count = page.Questions.Count.ToString(CultureInfo.InvariantCulture);
        Console.WriteLine(words[
            $"{count} frågor · {page.OpenCount} öppna i allt, {page.UnreadCount} olästa svar · läget vid revision {page.Revision}",
            $"{count} questions · {page.OpenCount} open in all, {page.UnreadCount} unread answers · as of revision {page.Revision}"]);
        if (page.NextPageToken.Length > 0)
            Console.WriteLine(words[$"Det finns fler: --page-token {page.NextPageToken}, eller --all", $"There are more: --page-token {page.NextPageToken}, or --all"]);
    }

    private static string[] Row(ListedQuestion listed, Words words)
    {
        var (order, question) = (listed.WorkOrder ?? new(), listed.Question ?? new());
        return
        [
            order.Number.ToString(CultureInfo.InvariantCulture),
            SwedishTime.Minute(question.AskedAt),
            Screen.Safe(question.AskedBy?.DisplayName),
            Screen.Safe(order.Street),
            Screen.Safe(question.Text),
            listed.Unread ? $"{SwedishTime.Minute(question.Answer?.AnsweredAt)} [#FF8AD8]{words["Oläst", "Unread"]}[/]" : SwedishTime.Minute(question.Answer?.AnsweredAt),
            Screen.Safe(question.Answer?.Text),
        ];
    }
}
