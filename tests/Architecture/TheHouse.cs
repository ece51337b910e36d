using System.Reflection;
using ArchUnitNET.Loader;

namespace WorkOrders.Architecture.Tests;

/// <summary>The built assemblies, loaded once.</summary>
internal static class TheHouse
{
    public static readonly Assembly TheDomain = Assembly.Load("WorkOrders.Domain");
    public static readonly Assembly TheServer = Assembly.Load("WorkOrders.Server");
    public static readonly Assembly TheBoard = Assembly.Load("WorkOrders.Board");
    public static readonly Assembly TheClient = Assembly.Load("WorkOrders.Client");
    public static readonly Assembly TheCli = Assembly.Load("ao");

    public static readonly ArchUnitNET.Domain.Architecture Built =
        new ArchLoader().LoadAssemblies(TheDomain, TheServer, TheBoard, TheClient, TheCli).Build();

    /// <summary>The folders of the server, as namespaces.</summary>
    public static string Folder(string name) => $"WorkOrders.Server.{name}";
}
