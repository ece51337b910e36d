using System.CommandLine;
using WorkOrders.Cli.Output;
using WorkOrders.V1;

namespace WorkOrders.Cli.Commands;

/// <summary>`ao register`: a new order, or a contractor's finding.</summary>
internal static class Register
{
    public static Command Command()
    {
        var type = Inputs.OneLabelled("--type", "What it springs from; fault-report if left out", Vocabulary.Type);
        var item = Required("--object", "Objektnummer, such as 64010765.");
        var street = Required("--street", "Adress: street and number.");
        var postalCode = Optional("--postal-code", "Post code, five digits.");
        var town = Optional("--town", "Town.");
        var space = Optional("--space", "Utrymme, such as Kök.");
        var unit = Optional("--unit", "Enhet, such as Diskbänk.");
        var phrase = Optional("--phrase", "Fras: the fault in a standard phrase. It or a description is required.");
        var description = Optional("--description", "Beskrivning: free text.");
        var contractor = Inputs.Contractor("Order it from this contractor in the same step (the landlord only).");
        var planned = Inputs.Day("--planned-for", "Planerad: a wished day.");
        var priority = Inputs.OneLabelled("--priority", "How soon it must be dealt with; normal if left out", Vocabulary.Priority);
        var requestId = Inputs.RequestId();

        return new Command("register", "Register a work order (Registrera arbetsorder), and with --contractor place it at once.")
        {
            type, item, street, postalCode, town, space, unit, phrase, description, contractor, planned, priority, requestId,
        }.Does(async (session, cancellationToken) =>
        {
            var request = new RegisterWorkOrderRequest
            {
                RequestId = session.Get(requestId) ?? "",
                Type = session.Get(type) is var chosen and not WorkOrderType.Unspecified ? chosen : WorkOrderType.Fault,
                PropertyObject = new PropertyObject
                {
                    Number = session.Get(item),
                    Address = new Address
                    {
                        Street = session.Get(street),
                        PostalCode = session.Get(postalCode) ?? "",
                        Town = session.Get(town) ?? "",
                    },
                },
                Subject = new Subject
                {
                    Space = session.Get(space) ?? "", Unit = session.Get(unit) ?? "",
                    Phrase = session.Get(phrase) ?? "", Description = session.Get(description) ?? "",
                },
                PlaceWithContractorId = session.Get(contractor) ?? "",
                PlannedFor = session.Get(planned) ?? "",
                Priority = session.Get(priority),
            };
            var answer = await session.Client.WorkOrders.RegisterWorkOrderAsync(request, cancellationToken: cancellationToken);
            OrderCommand.Write(new(answer, answer.WorkOrder, answer.Revision), session.Screen);
        });
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    private static Option<string?> Optional(string name, string description) => new(name) { Description = description };
}
