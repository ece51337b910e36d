using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using WorkOrders.Board.Live;
using WorkOrders.Board.Shared;
using WorkOrders.Board.Shared.Forms;
using Status = Google.Rpc.Status;

namespace WorkOrders.Board.Tests.Shared.Forms;

public sealed class FormProblemsTests
{
    private readonly Words _words = new();

    [Fact]
    public void Each_field_has_what_the_server_says_of_it_in_the_language_that_is_read()
    {
        var problems = FormProblems.Of(Refused(StatusCode.InvalidArgument, new BadRequest
        {
            FieldViolations =
            {
                Violation("contact_details.name", "Måste fyllas i.", "Is required."),
                Violation("new_password", "Lösenordet är för vanligt.", "The password is too common."),
            },
        }));

        _words.Speak(Language.Swedish);
        Assert.Equal("Lösenordet är för vanligt.", problems.Of("new_password", _words));
        Assert.Null(problems.Of("current_password", _words));
        _words.Speak(Language.English);
        Assert.Equal("Is required.", problems.Of("contact_details.name", _words));
    }

    [Fact]
    public void A_refusal_that_names_no_field_is_of_the_whole_form()
    {
        var problems = FormProblems.Of(Refused(StatusCode.ResourceExhausted, new ErrorInfo { Reason = "RATE_LIMITED" },
            new LocalizedMessage { Locale = "sv-SE", Message = "Vänta en stund." }));

        _words.Speak(Language.Swedish);
        var problem = Assert.Single(problems.All);
        Assert.Equal("", problem.Field);
        Assert.Equal("Vänta en stund. Det du har skrivit finns kvar. Försök igen.", problem.Text(_words));
    }

    [Fact]
    public void A_server_that_was_not_reached_is_told_of_too()
    {
        _words.Speak(Language.English);

        var problem = Assert.Single(FormProblems.Of(new Refusal(new RpcException(new(StatusCode.Unavailable, "")))).All);

        Assert.StartsWith("The server does not answer", problem.Text(_words));
    }

    private static BadRequest.Types.FieldViolation Violation(string field, string swedish, string english) => new()
    {
        Field = field, Description = english, LocalizedMessage = new() { Locale = "sv-SE", Message = swedish },
    };

    private static Refusal Refused(StatusCode code, params Google.Protobuf.IMessage[] details) =>
        new(new Status { Code = (int)code, Details = { details.Select(Any.Pack) } }.ToRpcException());
}
