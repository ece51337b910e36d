namespace WorkOrders.Cli.Demo;

/// <summary>What happens to one order, in order; an order that exists already is named by its number.</summary>
internal sealed record Story(IReadOnlyList<Step> Steps, long ExistingNumber = 0);

/// <summary>The next step of a story takes place.</summary>
internal sealed record Beat(Story Story, Step Step);
