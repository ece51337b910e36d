namespace WorkOrders.Browser.Tests;

/// <summary>What a page can be in, whatever it is about.</summary>
public enum PageState
{
    /// <summary>There is nothing to show, or nothing typed.</summary>
    Empty,

    /// <summary>There is much to show, and some of it is ugly.</summary>
    Full,

    /// <summary>Something is wrong: with what was typed, with the address, or with the server's answers.</summary>
    Error,

    /// <summary>The page is open, and the network has gone.</summary>
    Offline,
}
