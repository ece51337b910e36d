namespace WorkOrders.Domain;

/// <summary>Where an order stands: the rows of the matrix.</summary>
public enum WorkOrderStatus { Registered, Ordered, Accepted, Declined, Completed, Invoiced, Cancelled }

/// <summary>What an order springs from: the columns of the matrix.</summary>
public enum WorkOrderType { Fault, TenantMaintenance, Authority, InspectionRound, OptionalExtra, Maintenance }
