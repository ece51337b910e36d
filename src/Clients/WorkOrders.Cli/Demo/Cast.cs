namespace WorkOrders.Cli.Demo;

/// <summary>Everybody who takes part.</summary>
internal static class Cast
{
    public static readonly Who Elsa = new("elsa", "Elsa Österberg");
    public static readonly Who Dispatch = new("dispatch", "Driftcentralen");
    public static readonly Who Testfirma = new("testfirma", "Testfirma AB", "1999/99999");
    public static readonly Who Plumber = new("rorjouren", "Söderorts Rörjour AB", "1999/10001");
    public static readonly Who Electrician = new("elservice", "Tallkrogens Elservice AB", "1999/10002");
    public static readonly Who Appliances = new("vitvaror", "Farsta Vitvaror AB", "1999/10003");
    public static readonly Who Painter = new("maleri", "Enskede Måleri AB", "1999/10004");
    public static readonly Who Joiner = new("snickeri", "Gubbängens Snickeri AB", "1999/10005");

    public static readonly Who[] All = [Elsa, Dispatch, Testfirma, Plumber, Electrician, Appliances, Painter, Joiner];
}
