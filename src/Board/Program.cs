using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using WorkOrders.Board;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services.AddWallServer(new Uri(builder.HostEnvironment.BaseAddress));
builder.Services.AddBoard();
await builder.Build().RunAsync();
