namespace WorkOrders.Cli.Identity;

/// <summary>Somebody, or some system, as which `ao` can act.</summary>
internal sealed record Profile(string Address, string ClientId, string ClientSecret);
