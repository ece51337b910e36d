using static WorkOrders.Domain.Tests.People;

namespace WorkOrders.Domain.Tests;

/// <summary>Every command × every status × everybody: what comes of it stands here, written out.</summary>
public sealed class WholeTableTests : OrderRules
{
    // A cell has a letter for each status that the order is in:
    //     there is none, Registered, Ordered, Accepted, Declined, Completed, Invoiced, Cancelled.
    // The letter is the status afterwards: R O A D C I X;  or the refusal:
    //     - not in this status   ! not in this role   ? there is no such order   q the question is not open
    // The orders were registered by the landlord and are (or were) with "contractor", who asked a question as soon as it could.
    private const string Table = """
        | command             | contractor | other firm | orderer    | dispatcher | invoices   | wall board |
        | Register            | R?--?---   | R???????   | R-------   | R-------   | !!!!!!!!   | !!!!!!!!   |
        | RegisterAndPlace    | !!!!!!!!   | !!!!!!!!   | O-------   | O-------   | !!!!!!!!   | !!!!!!!!   |
        | Place               | !!!!!!!!   | !!!!!!!!   | ?O--O---   | ?O--O---   | !!!!!!!!   | !!!!!!!!   |
        | Reassign            | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | ?-OO----   | !!!!!!!!   | !!!!!!!!   |
        | Accept              | ??A-?---   | ????????   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   |
        | AcceptBundle        | ??A-?---   | ????????   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   |
        | Decline             | ??D-?---   | ????????   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   |
        | Complete            | ??-C?---   | ????????   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   |
        | Reopen              | !!!!!!!!   | !!!!!!!!   | ?----A--   | ?----A--   | !!!!!!!!   | !!!!!!!!   |
        | MarkInvoiced        | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | ?----I--   | ?----I--   | !!!!!!!!   |
        | Cancel              | !!!!!!!!   | !!!!!!!!   | ?XXXX---   | ?XXXX---   | !!!!!!!!   | !!!!!!!!   |
        | JoinBundle          | !!!!!!!!   | !!!!!!!!   | ?ROA----   | ?ROA----   | !!!!!!!!   | !!!!!!!!   |
        | LeaveBundle         | !!!!!!!!   | !!!!!!!!   | ?-OA----   | ?-OA----   | !!!!!!!!   | !!!!!!!!   |
        | AddNote             | ??OA?---   | ????????   | ?ROADCIX   | ?ROADCIX   | !!!!!!!!   | !!!!!!!!   |
        | AskQuestion         | ??OA?---   | ????????   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   |
        | AnswerQuestion      | !!!!!!!!   | !!!!!!!!   | ?qOAqCIX   | ?qOAqCIX   | !!!!!!!!   | !!!!!!!!   |
        | SendMessage         | ??OA?---   | ????????   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   |
        | Update              | ??OA?---   | ????????   | ?ROADCIX   | ?ROADCIX   | !!!!!!!!   | !!!!!!!!   |
        | UpdateTenantContact | ??OA?---   | ????????   | ?ROADCIX   | ?ROADCIX   | !!!!!!!!   | !!!!!!!!   |
        | SetPriority         | !!!!!!!!   | !!!!!!!!   | ?ROAD---   | ?ROAD---   | !!!!!!!!   | !!!!!!!!   |
        | RecordTenantContact | ??OA?---   | ????????   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   |
        | PauseWork           | ??-A?---   | ????????   | ?--A----   | ?--A----   | !!!!!!!!   | !!!!!!!!   |
        | ResumeWork          | ??--?---   | ????????   | ?-------   | ?-------   | !!!!!!!!   | !!!!!!!!   |
        | RecordFailedVisit   | ??-A?---   | ????????   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   | !!!!!!!!   |
        """;

    private static readonly Actor[] Callers = [Contractor, OtherContractor, Elsa, Dispatcher, InvoiceSystem, WallBoard];

    private static readonly Dictionary<string, Command[]> States = new()
    {
        ["none"] = Nothing,
        ["Registered"] = Registered,
        ["Ordered"] = [.. Placed, Ask()],
        ["Accepted"] = [.. Placed, Ask(), Accept()],
        ["Declined"] = [.. Placed, Ask(), Decline()],
        ["Completed"] = [.. Placed, Ask(), Accept(), Complete()],
        ["Invoiced"] = [.. Placed, Ask(), Accept(), Complete(), MarkInvoiced()],
        ["Cancelled"] = [.. Placed, Ask(), Cancel()],
    };

    private static readonly Command[] Commands =
    [
        Register() with { Orderer = null, Tenant = null, Access = null }, RegisterAndPlace(), Place(), Reassign(),
        Accept(), AcceptBundle(), Decline(), Complete(),
        Reopen(), MarkInvoiced(), Cancel(), JoinBundle(), LeaveBundle(),
        Note(Booked), Ask(), Answer(), Message(),
        Update(new() { SerialNumber = new("1234") }), Call(new("070-1740605")),
        Prioritize(), Contact(), PauseFor(), Resume(), Visit(),
    ];

    public static TheoryData<CommandKind, string, string, char> Cells()
    {
        var cells = new TheoryData<CommandKind, string, string, char>();
        foreach (var row in Table.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]))
        foreach (var (caller, cell) in Callers.Zip(row[1..]))
        foreach (var (state, expected) in States.Keys.Zip(cell))
            cells.Add(Enum.Parse<CommandKind>(row[0]), caller.AccountId, state, expected);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_command_in_every_status_does_what_the_table_says(CommandKind kind, string caller, string state, char expected)
    {
        var order = Order(States[state]);
        var command = Commands.Single(c => c.Kind == kind) with { By = Callers.Single(c => c.AccountId == caller) };

        Assert.Equal(expected, Letter(Decider.Decide(order, command)));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_is_said_to_be_allowed_is_what_the_table_lets_through(CommandKind kind, string caller, string state, char expected)
    {
        var allowed = Allowed.Commands(Order(States[state]), Callers.Single(c => c.AccountId == caller));

        Assert.Equal(char.IsAsciiLetterUpper(expected), allowed.Contains(kind));
    }

    [Fact]
    public void What_is_paused_can_be_resumed_by_both_sides_and_not_paused_again()
    {
        foreach (var caller in new[] { Contractor, Elsa, Dispatcher })
        {
            Given([.. Accepted, PauseFor()]).When(Resume("Delarna har kommit") with { By = caller })
                .Then(WorkOrderResumed(PauseReason.WaitingForParts, "Delarna har kommit"));
            Given([.. Accepted, PauseFor()]).When(PauseFor() with { By = caller }).ThenRefused(RefusalKind.InvalidTransition);
        }
    }

    [Fact]
    public void The_table_has_a_cell_for_every_command_caller_and_status() =>
        Assert.Equal(Enum.GetValues<CommandKind>().Length * Enum.GetValues<WorkOrderStatus>().Length * Callers.Length
                     + (Enum.GetValues<CommandKind>().Length * Callers.Length), Cells().Count);

    private static char Letter(Decision decision) => decision switch
    {
        Decision.Happened { Order.Status: var status } => status switch
        {
            WorkOrderStatus.Registered => 'R',
            WorkOrderStatus.Ordered => 'O',
            WorkOrderStatus.Accepted => 'A',
            WorkOrderStatus.Declined => 'D',
            WorkOrderStatus.Completed => 'C',
            WorkOrderStatus.Invoiced => 'I',
            _ => 'X',
        },
        Decision.Refused { Refusal.Kind: var kind } => kind switch
        {
            RefusalKind.InvalidTransition => '-',
            RefusalKind.NotAllowedForRole => '!',
            RefusalKind.NotFound => '?',
            RefusalKind.QuestionNotOpen => 'q',
            _ => throw new InvalidOperationException($"The table has no letter for {kind}."),
        },
        _ => throw new InvalidOperationException(),
    };
}
