using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Photos;

/// <summary>Who may look: whoever may read the log row in which the photo stands, and before it stands in one, who uploaded it.</summary>
internal sealed class PhotoAccess(IDbContextFactory<WorkOrdersContext> contexts)
{
    public bool MayRead(Guid id, Actor reader)
    {
        using var context = contexts.CreateDbContext();
        using var snapshot = context.BeginSnapshot();
        if (context.Photos.SingleOrDefault(p => p.Id == id && p.Width != null && !p.Discarded) is not { } photo) return false;
        if (photo.OrderVersion is not { } version) return photo.Account == reader.AccountId;
        if (reader.IsLandlord) return true;

        var visibleTo = context.WorkOrders.Where(o => o.Number == photo.Number).Select(o => o.VisibleTo).SingleOrDefault();
        return reader.Is(visibleTo) && context.Events.Where(e => e.Number == photo.Number).CameTo(visibleTo!) <= version;
    }
}
