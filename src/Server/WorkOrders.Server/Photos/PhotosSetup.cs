using Microsoft.AspNetCore.Mvc;
using WorkOrders.Server.Accounts;
using WorkOrders.Server.Store;

namespace WorkOrders.Server.Photos;

internal static class PhotosSetup
{
    public static void AddPhotos(this WebApplicationBuilder builder)
    {
        builder.AddSettings<PhotoSettings>("Photos");
        var files = new PhotoFiles(builder.Settings<DataFolder>());
        files.Prepare();
        builder.Services.AddSingleton(files).AddSingleton<Uploads>().AddSingleton<PhotoAccess>();
        builder.Services.AddSingleton<Hands>().AddSingleton<Reception>().AddSingleton<Darkroom>().AddSingleton<UploadEndpoint>();
        builder.Services.AddHostedService<Tidying>();
    }

    public static void MapPhotos(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<PhotoSettings>();
        var uploads = app.Services.GetRequiredService<UploadEndpoint>();
        var tus = app.MapGroup("").RequireAuthorization(Policies.Orders).AddEndpointFilter<Tus>();
        tus.MapMethods(UploadEndpoint.Path, [HttpMethods.Options], uploads.Describe);
        tus.MapPost(UploadEndpoint.Path, uploads.Begin);
        tus.MapMethods(UploadEndpoint.OnePath, [HttpMethods.Head], uploads.TellAsync);
        // the one request that may be larger than others
        tus.MapPatch(UploadEndpoint.OnePath, uploads.AddAsync).WithMetadata(new RequestSizeLimitAttribute(settings.MaximumBytes));
        tus.MapDelete(UploadEndpoint.OnePath, uploads.Remove);

        app.MapGet(PhotoEndpoint.Path, PhotoEndpoint.Large).RequireAuthorization(Policies.Orders);
        app.MapGet(PhotoEndpoint.SmallPath, PhotoEndpoint.Small).RequireAuthorization(Policies.Orders);
    }
}
