namespace WorkOrders.Domain;

/// <summary>
/// Bomkörning: somebody was there and could not do the work. The landlord may charge for it, and so it is a fact: no command
/// changes or removes it.
/// </summary>
public sealed record FailedVisit(DateTimeOffset AttemptedAt, VisitNotice Notice, string Text, Actor By, DateTimeOffset RecordedAt);

/// <summary>How the tenant had been told that somebody would come.</summary>
public enum VisitNotice { Phone, TextMessage, Email, Paper, InPerson, None }
