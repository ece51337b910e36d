using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using System.Reflection;

namespace WorkOrders.Architecture.Tests;

/// <summary>The built assemblies, loaded once.</summary>
internal static class TheHouse
{
    public static readonly System.Reflection.Assembly Domain = System.Reflection.Assembly.Load("WorkOrders.Domain");
    public static readonly System.Reflection.Assembly Server = System.Reflection.Assembly.Load("WorkOrders.Server");
    public static readonly System.Reflection.Assembly Board = System.Reflection.Assembly.Load("WorkOrders.Board");
    public static readonly System.Reflection.Assembly Client = System.Reflection.Assembly.Load("WorkOrders.Client");
    public static readonly System.Reflection.Assembly Cli = System.Reflection.Assembly.Load("ao");

    public static readonly ArchUnitNET.Domain.Architecture Built =
        new ArchLoader().LoadAssemblies(Domain, Server, Board, Client, Cli).Build();

    /// <summary>The folders of the server, as namespaces.</summary>
    public static string Folder(string name) => $"WorkOrders.Server.{name}";
}
