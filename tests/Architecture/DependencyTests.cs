using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using static WorkOrders.Architecture.Tests.TheHouse;

namespace WorkOrders.Architecture.Tests;

/// <summary>"Who may depend on whom" of src/Server/README.md.</summary>
public sealed class DependencyTests
{
    [Fact]
    public void The_core_references_nothing_but_the_base_class_library() =>
        Assert.All(TheDomain.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name + "."));

    [Fact]
    public void The_core_waits_for_nothing() =>
        Assert.DoesNotContain(
            TypesIn("WorkOrders.Domain").SelectMany(DependenciesOf),
            name => name.StartsWith("System.Threading", StringComparison.Ordinal) || name.StartsWith("System.IO", StringComparison.Ordinal)
                || name == "System.TimeProvider");

    [Fact]
    public void Board_and_clients_speak_the_contract_and_know_no_server() =>
        Assert.All([TheBoard, TheClient, TheCli], assembly => Assert.DoesNotContain(
            assembly.GetReferencedAssemblies(), reference => reference.Name is "WorkOrders.Server" or "WorkOrders.Domain"));

    [Theory]
    [InlineData("Store", "Domain")]
    [InlineData("Wire", "Domain")]
    [InlineData("Calendar", "Domain")]
    [InlineData("Lifecycle", "Store", "Wire")]
    [InlineData("Queries", "Store", "Wire")]
    [InlineData("Feed", "Store", "Wire")]
    [InlineData("Figures", "Store", "Wire")]
    [InlineData("Accounts", "Store", "Wire")]
    [InlineData("Photos", "Store", "Accounts", "Domain")]
    [InlineData("Tenants", "Store", "Wire", "Accounts", "Domain")]
    [InlineData("Demonstration", "Store", "Wire", "Lifecycle", "Accounts")]
    public void A_folder_of_the_server_sees_only_these(string folder, params string[] allowed)
    {
        string[] folders = ["Endpoints", "Wire", "Lifecycle", "Store", "Queries", "Feed", "Accounts", "Photos", "Tenants", "Hosting", "Demonstration", "Calendar", "Figures"];
        var forbidden = folders.Except(allowed).Except([folder]).Select(Folder).ToList();
        Assert.NotEmpty(TypesIn(Folder(folder)));
        Assert.Empty(
            from type in TypesIn(Folder(folder))
            from dependency in DependenciesOf(type)
            where forbidden.Exists(f => dependency.StartsWith(f + ".", StringComparison.Ordinal))
            select $"{type.FullName} -> {dependency}");
    }

    [Fact]
    public void Only_one_file_speaks_grpc_status() =>
        Assert.Equal(["WorkOrders.Server.Wire.Errors"], (
            from type in TypesIn("WorkOrders.Server")
            from call in type.Dependencies.OfType<MethodCallDependency>()
            let made = call.TargetMember.Name
            where (call.Target.FullName == "Grpc.Core.RpcException" && made.StartsWith(".ctor", StringComparison.Ordinal))
                || made.StartsWith("ToRpcException", StringComparison.Ordinal)
            select Outer(type.FullName)).Distinct());

    [Fact]
    public void Only_the_store_knows_which_database_it_is() =>
        Assert.Empty(
            from type in TypesIn("WorkOrders.Server")
            where !type.FullName.StartsWith(Folder("Store"), StringComparison.Ordinal)
            from dependency in DependenciesOf(type)
            where dependency.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
            where !type.FullName.Contains(".Migrations.", StringComparison.Ordinal)
            select $"{type.FullName} -> {dependency}");

    private static IEnumerable<IType> TypesIn(string ns) =>
        Built.Types.Where(t => t.FullName.StartsWith(ns + ".", StringComparison.Ordinal));

    private static IEnumerable<string> DependenciesOf(IType type) => type.Dependencies.Select(d => d.Target.FullName);

    /// <summary>The type that somebody wrote, without what the compiler nests in it for lambdas and async methods.</summary>
    private static string Outer(string fullName) => fullName.Split('+', '/')[0];
}
