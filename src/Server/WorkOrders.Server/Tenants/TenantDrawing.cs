using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using WorkOrders.Server.Tenants.Pages;
using WorkOrders.V1;

namespace WorkOrders.Server.Tenants;

/// <summary>Draws what tenants see, in the language of whoever asks: the page once, and its picture again whenever it changes.</summary>
internal sealed class TenantDrawing(IServiceScopeFactory scopes, ILoggerFactory logs, TenantSettings settings)
{
    /// <param name="order">What to show.</param>
    /// <param name="at">The server's clock.</param>
    /// <param name="silence">After how many seconds without a sign of life contact is lost.</param>
    public Task<string> PageAsync(GetTenantOrderResponse order, DateTimeOffset at, int silence) => DrawAsync<TenantPage>(new()
    {
        [nameof(TenantPage.Shown)] = order,
        [nameof(TenantPage.At)] = at,
        [nameof(TenantPage.Silence)] = silence,
        [nameof(TenantPage.Landlord)] = settings.Landlord,
        [nameof(TenantPage.Phone)] = settings.Phone,
    });

    /// <summary>For a link that leads nowhere, or that nobody has looked at because too many have led nowhere.</summary>
    public Task<string> NothingAsync(bool isTooMuch) => DrawAsync<NothingPage>(new()
    {
        [nameof(NothingPage.IsTooMuch)] = isTooMuch,
        [nameof(NothingPage.Landlord)] = settings.Landlord,
        [nameof(NothingPage.Phone)] = settings.Phone,
    });

    /// <summary>The part of the page that changes.</summary>
    public Task<string> PictureAsync(GetTenantOrderResponse order) => DrawAsync<TenantPicture>(new() { [nameof(TenantPicture.Shown)] = order });

    private async Task<string> DrawAsync<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
