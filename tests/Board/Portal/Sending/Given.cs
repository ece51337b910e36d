using Google.Protobuf;
using WorkOrders.Board.Portal.Sending;
using WorkOrders.V1;

namespace WorkOrders.Board.Tests.Portal.Sending;

internal static class Given
{
    public static Wish Wish(string id, long number, WishKind kind = WishKind.Accept) => new()
    {
        RequestId = id, Account = "account", Number = number, Kind = kind, Request = [],
        MadeAt = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero),
    };

    public static Wish Note(string phrase, string text) => Wish("note", 2375, WishKind.Note) with
    {
        Request = new AddNoteRequest { RequestId = "note", Number = 2375, Phrase = phrase, Text = text }.ToByteArray(),
    };
}
