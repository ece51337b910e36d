using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WorkOrders.Server.Store;

/// <summary>Lets <c>dotnet ef</c> see the model without starting the server.</summary>
internal sealed class ContextAtDesignTime : IDesignTimeDbContextFactory<WorkOrdersContext>
{
    public WorkOrdersContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<WorkOrdersContext>().UseSqlite("Data Source=:memory:").Options);
}
