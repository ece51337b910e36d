using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using WorkOrders.Server.Store;
using WorkOrders.Server.Tests.Lifecycle;
using WorkOrders.Testing;

namespace WorkOrders.Server.Tests.Store;

public sealed class PhraseRowTests
{
    [Fact]
    public async Task A_catalogue_from_before_phrases_were_retired_keeps_its_phrases_their_order_and_their_tenants()
    {
        using var folder = new TempFolder();
        await using (var old = new WorkOrdersContext(new DbContextOptionsBuilder<WorkOrdersContext>()
            .UseSqlite($"Data Source={Path.Combine(folder.Path, "workorders.db")};Pooling=False").Options))
        {
            await old.GetService<IMigrator>().MigrateAsync("20261126041957_Deadlines");
            await old.Database.ExecuteSqlRawAsync("""
                UPDATE phrases SET text = 'Eget ord', tenant_visible = 0 WHERE position = 0;
                INSERT INTO phrases (text, position, tenant_visible, means_contact) VALUES ('Sist', 10, 1, 0);
                """);
        }

        await using var scene = await Scene.StartAsync(new() { Settings = { ["Data:Folder"] = folder.Path } });
        var catalogue = (await new V1.DispatchService.DispatchServiceClient(scene.Server.As("dispatch")).ListPhraseCatalogueAsync(new())).Phrases;

        Assert.Equal(11, catalogue.Count);
        Assert.Equal(("Eget ord", false), (catalogue[0].Phrase.Text, catalogue[0].Phrase.TenantVisible));
        Assert.Equal(("Sist", true), (catalogue[^1].Phrase.Text, catalogue[^1].Phrase.TenantVisible));
        Assert.All(catalogue, p => Assert.False(p.Retired));
        Assert.Equal(["Hyresgäst är kontaktad", "Tid är bokad med kund"], catalogue.Where(p => p.Phrase.MeansContact).Select(p => p.Phrase.Text));
    }
}
