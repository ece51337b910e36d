using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;
using WorkOrders.Server.Wire;
using WorkOrders.V1;
using Actor = WorkOrders.Domain.Actor;

namespace WorkOrders.Server.Queries;

/// <summary>All that is on somebody's desk, as of one revision.</summary>
internal sealed class DeskQueries(IDbContextFactory<WorkOrdersContext> contexts, TimeProvider clock, DeskBook desks)
{
    private const int DefaultSize = 50, DefaultSection = 10, MaxSize = 100;
    private const int Registered = 1;

    /// <summary>What one has to do something about first, and what is done last.</summary>
    private static readonly V1.WorkOrderStatus[] Sections =
    [
        V1.WorkOrderStatus.Declined, V1.WorkOrderStatus.Registered, V1.WorkOrderStatus.Ordered, V1.WorkOrderStatus.Accepted,
        V1.WorkOrderStatus.Completed,
    ];

    public GetDeskResponse Get(GetDeskRequest request, Actor caller)
    {
        var wrong = new FieldViolations();
        var size = SizeOf("size", request.Size, DefaultSize);
        var sectionSize = SizeOf("section_size", request.SectionSize, DefaultSection);
        wrong.ThrowIfAny();

        var reader = Reader.Of(caller, clock, desks);
        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        var meta = context.LogMeta.Single();
        var questions = QuestionOrder.Open(WaitingFor(context, reader));
        var findings = context.WorkOrders.Where(o => o.OrdererAccount == null && o.Status == Registered);
        return new()
        {
            Questions = { Questions.Read(context, reader, Questions.Places(QuestionOrder.Of(QuestionState.Open, questions, null).Take(size))) },
            QuestionCount = questions.Count(),
            Messages = { Messages.Read(context, caller.AccountId, Messages.NewestFirst(context, caller.AccountId, null).Take(size)) },
            UnreadMessageCount = context.UnreadMessages(caller.AccountId).Count(),
            Findings = { findings.OrderBy(o => o.Number).Take(size).AsEnumerable().Select(o => reader.Read(o)!) },
            FindingCount = findings.Count(),
            Sections = { Sections.Select(status => SectionOf(context, reader, status, sectionSize)).Where(s => s.Total > 0) },
            Absence = desks.Of(caller.AccountId).ToAbsence(reader.Today),
            Revision = meta.Head,
            LogId = meta.LogId,
        };

        int SizeOf(string field, int asked, int otherwise)
        {
            if (asked < 0) wrong.Add(field, "Får inte vara negativt.", "Must not be negative.");
            return asked == 0 ? otherwise : Math.Min(asked, MaxSize);
        }
    }

    /// <summary>A dispatcher may answer anybody's; an orderer its own and those that it stands in for.</summary>
    private static IQueryable<QuestionRow> WaitingFor(WorkOrdersContext context, Reader reader)
    {
        if (reader.Actor.Role is ActorRole.Dispatcher) return context.Questions;

        var accounts = reader.StandIns.AnsweredBy(reader.Actor.AccountId);
        // most stand in for nobody: then the index gives them in their order
        return accounts is [var own]
            ? context.Questions.Where(q => q.OrdererAccount == own)
            : context.Questions.Where(q => accounts.Contains(q.OrdererAccount!));
    }

    private static DeskSection SectionOf(WorkOrdersContext context, Reader reader, V1.WorkOrderStatus status, int size)
    {
        var (own, number) = (reader.Actor.AccountId, (int)status);
        var total = context.WorkOrders.Count(o => o.OrdererAccount == own && o.Status == number);
        if (total == 0) return new() { Status = status };

        var filter = new OrderFilter { OrdererAccount = own, Statuses = [number] };
        var places = OrderPages.Places(context, reader, new(filter, ListOrder.Default, size, null, ""), size);
        return new()
        {
            Status = status,
            Total = total,
            Orders = { OrderPages.Read(context, reader, places.ConvertAll(p => p.Number)) },
        };
    }
}
