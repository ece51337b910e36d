using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using WorkOrders.Board;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services.AddLines(new Uri(builder.HostEnvironment.BaseAddress));
builder.Services.AddBoard();
await builder.Build().RunAsync();
