using System.CommandLine;
using WorkOrders.Cli.Output;
using WorkOrders.Client;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao watch`: what happens, as it happens, through restarts of the server; with a checkpoint also through our own.</summary>
internal static class Watch
{
    public static Command Command()
    {
        var fromStart = new Option<bool>("--from-start") { Description = "From the log's first event; from now on if left out." };
        var after = new Option<long?>("--after") { Description = "From the first event after this revision." };
        var state = new Option<bool>("--initial-state") { Description = "First every order as it stands now." };
        var checkpoint = new Option<FileInfo?>("--checkpoint")
        {
            Description = "Keep the position in this file, and go on from it next time.",
        };
        var contractor = Inputs.Contractor("Only orders with this contractor (the landlord only).");
        var types = Inputs.Labelled("--type", "Only orders of this type", Vocabulary.Type);
        var numbers = new Option<long[]>("--number") { Description = "Only this order. Several: repeat it." };

        var command = new Command("watch", "Follow what happens, live; Ctrl-C ends it.")
        {
            fromStart,
            after,
            state,
            checkpoint,
            contractor,
            types,
            numbers,
        };
        command.Validators.Add(result =>
        {
            bool[] starts = [result.GetValue(fromStart), result.GetValue(after) is not null, result.GetValue(state)];
            if (starts.Count(given => given) > 1)
                result.AddError("--from-start, --after and --initial-state exclude each other.");
            if (result.GetValue(after) < 0)
                result.AddError("--after takes a revision: 0 or more.");
        });
        return command.Does(async (session, cancellationToken) =>
        {
            // A wrong secret or a wrong address shows at once; later outages are waited out.
            var status = await session.Client.Feed.GetFeedStatusAsync(new GetFeedStatusRequest(), cancellationToken: cancellationToken);
            var tail = new EventTail(session.Screen);
            var options = new WatchOptions
            {
                Start = session.Get(fromStart) ? WatchStart.Beginning
                    : session.Get(state) ? WatchStart.InitialState
                    : session.Get(after) is { } revision ? WatchStart.After(new FeedPosition { LogId = status.LogId, Revision = revision })
                    : WatchStart.Now,
                Filter = new FeedFilter
                {
                    ContractorIds = { session.Get(contractor) is { Length: > 0 } id ? [id] : Array.Empty<string>() },
                    Types_ = { session.Get(types) ?? [] },
                    Numbers = { session.Get(numbers) ?? [] },
                },
                Checkpoint = session.Get(checkpoint) is { } file ? new FileCheckpoint(file.FullName) : null,
                StateChanged = tail.Connection,
            };
            await foreach (var item in session.Client.WatchAsync(options, cancellationToken))
                tail.Write(item);
        });
    }
}
