using WorkOrders.V1;

namespace WorkOrders.Cli.Demo;

/// <summary>What a contractor is called for, and how it goes.</summary>
internal sealed record Trade(Who Contractor, params Job[] Jobs);

/// <summary>A kind of fault or work, with the question that it may raise.</summary>
internal sealed record Job(
    WorkOrderType Type, string Space, string Unit, string Phrase, string Description, string Question, string Answer, string Action);
