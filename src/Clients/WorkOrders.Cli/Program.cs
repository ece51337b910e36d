using WorkOrders.Cli;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await Ao.RunAsync(args);
