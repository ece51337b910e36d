using System.CommandLine;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao matrix`: how many orders stand where.</summary>
internal static class Matrix
{
    public static Command Command()
    {
        var contractor = Inputs.Contractor("One contractor's (the landlord only); all orders if left out.");
        return new Command("matrix", "Show how many orders stand where: status by type (Huvudsida).") { contractor }.Does(async (session, cancellationToken) =>
        {
            var request = new GetStatusMatrixRequest { ContractorId = session.Get(contractor) ?? "" };
            var answer = await session.Client.WorkOrders.GetStatusMatrixAsync(request, cancellationToken: cancellationToken);
            if (session.Screen.Json)
            {
                Screen.Document(answer);
                return;
            }

            var me = await session.Client.Accounts.GetMyAccountAsync(new GetMyAccountRequest(), cancellationToken: cancellationToken);
            MatrixTable.Write(answer.Matrix, me.Account.Role is not Role.Contractor, session.Screen);
        });
    }
}
