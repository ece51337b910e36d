using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using WorkOrders.Domain;
using WorkOrders.V1;

namespace WorkOrders.Server.Wire;

/// <summary>Requests that concern many orders, as one wish for each: each is carried out, refused and repeated on its own.</summary>
internal static class Many
{
    private const int Most = 200;

    /// <summary>What the wishes for single orders are made of.</summary>
    internal sealed record Reassignment(ContractorRef To, string Reason, RequestKey Key, Asked Asked)
    {
        /// <summary>An order that is with nobody is placed, any other is taken back and placed: which it is, the caller has looked up.</summary>
        public Submission For(long number, bool isWithNobody) => new OneOrder(
            number,
            isWithNobody ? Requests.Placing(To, Reason, Asked) : new Reassign(To, Reason, Asked.By, Asked.At),
            Request: KeyOf(Key, number, $"{To.Id} {Reason}"));
    }

    public static Reassignment Read(ReassignWorkOrdersRequest r, Asked a)
    {
        var form = new Form(r);
        CheckCount(form, "numbers", r.Numbers.Count);
        if (r.Numbers.Any(n => n < 1)) form.Wrong("numbers", "Innehåller något som inte är ett nummer.", "Holds what is no number.");
        if (r.Numbers.Distinct().Count() < r.Numbers.Count) form.Wrong("numbers", ViolationKind.Repeated);
        form.Required("reason", r.Reason);
        var to = form.Contractor("contractor_id", r.ContractorId);
        form.Checked(new Reassign(to, Form.Text(r.Reason), a.By, a.At));
        return new(to, Form.Text(r.Reason), form.Close(), a);
    }

    /// <summary>The key of the whole, of which <see cref="Invoicing"/> makes each order's.</summary>
    public static RequestKey Read(MarkWorkOrdersInvoicedRequest r)
    {
        var form = new Form(r);
        CheckCount(form, "references", r.References.Count);
        return form.Close();
    }

    public static Submission Invoicing(InvoiceReference reference, RequestKey key, Asked a) =>
        new OneOrder(reference.Number, new MarkInvoiced(a.By, a.At), Request: KeyOf(key, reference.Number, ""));

    public static ItemRefusal ToItem(this RpcException refusal) => new() { Status = refusal.GetRpcStatus()!.ToByteString() };

    private static void CheckCount(Form form, string field, int count)
    {
        if (count is 0 or > Most) form.Wrong(field, $"Ska vara 1 till {Most}.", $"Must be 1 to {Most}.");
    }

    /// <summary>
    /// Of the request's id and the order: the same whichever other orders a repetition names. The body is what concerns
    /// this order, so that it may come again among others.
    /// </summary>
    private static RequestKey KeyOf(RequestKey whole, long number, string body)
    {
        var id = new Guid(SHA256.HashData([.. whole.Id.ToByteArray(), .. BitConverter.GetBytes(number)]).AsSpan(0, 16));
        return new(id, SHA256.HashData(Encoding.UTF8.GetBytes(body)));
    }
}
