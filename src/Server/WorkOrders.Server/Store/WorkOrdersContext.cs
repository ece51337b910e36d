using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkOrders.Domain;

namespace WorkOrders.Server.Store;

/// <summary>
/// The tables. For reading, for what the landlord edits now and then, for uploads of photos and for tenants' links; orders,
/// questions, messages, log and request ids are written by <see cref="Ledger"/> alone.
/// </summary>
internal sealed class WorkOrdersContext(DbContextOptions<WorkOrdersContext> options) : DbContext(options)
{
    public DbSet<WorkOrderRow> WorkOrders => Set<WorkOrderRow>();
    public DbSet<TenantContactRow> TenantContacts => Set<TenantContactRow>();
    public DbSet<StatusCountRow> StatusCounts => Set<StatusCountRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<RequestRow> Requests => Set<RequestRow>();
    public DbSet<LogMetaRow> LogMeta => Set<LogMetaRow>();
    public DbSet<ContractorRow> Contractors => Set<ContractorRow>();
    public DbSet<PhraseRow> Phrases => Set<PhraseRow>();
    public DbSet<QuestionRow> Questions => Set<QuestionRow>();
    public DbSet<AnswerReadRow> AnswersRead => Set<AnswerReadRow>();
    public DbSet<MessageRow> Messages => Set<MessageRow>();
    public DbSet<MessageReadRow> MessagesRead => Set<MessageReadRow>();
    public DbSet<DeskRow> Desks => Set<DeskRow>();
    public DbSet<PhotoRow> Photos => Set<PhotoRow>();
    public DbSet<TenantLinkRow> TenantLinks => Set<TenantLinkRow>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<WorkOrderRow>(order =>
        {
            order.ToTable("work_orders").HasKey(o => o.Number);
            order.Property(o => o.Number).ValueGeneratedNever();
            order.HasOne(o => o.TenantContact).WithOne().HasForeignKey<TenantContactRow>(t => t.Number);
            // Lists are ordered by number within a status and a type: the number is the row's id, which ends every index.
            order.HasIndex(o => new { o.VisibleTo, o.Status, o.Type });
            order.HasIndex(o => new { o.ContractorId, o.Status, o.Type });
            order.HasIndex(o => new { o.OrdererAccount, o.Status, o.Type });
            order.HasIndex(o => new { o.Status, o.Type });
            order.HasIndex(o => o.VisibleTo);
            order.HasIndex(o => o.ObjectNumber);
            order.HasIndex(o => o.BundleBase);
            // other orders of lists, and what waits: small parts of the table, oldest first
            order.HasIndex(o => o.OrderedAt);
            order.HasIndex(o => new { o.Status, o.OrderedAt });
            order.HasIndex(o => o.DeclinedAt).HasFilter("declined_at IS NOT NULL");
            order.HasIndex(o => o.PlannedFor);
            order.HasIndex(o => o.DueAt).HasFilter("due_at IS NOT NULL");
            order.HasIndex(o => new { o.VisibleTo, o.DueAt }).HasFilter("due_at IS NOT NULL");
            order.HasIndex(o => o.OldestOpenQuestionAt).HasFilter("oldest_open_question_at IS NOT NULL");
            order.HasIndex(o => o.QuestionEscalatesAt).HasFilter("question_escalates_at IS NOT NULL");
            // what was done in the last 30 days: COMPLETED is 5, and an index knows no names
            order.HasIndex(o => new { o.VisibleTo, o.CompletedOn, o.Type }).HasFilter("status = 5");
            order.HasIndex(o => new { o.CompletedOn, o.ContractorId, o.Type }).HasFilter("status = 5");
        });
        model.Entity<TenantContactRow>(tenant =>
        {
            tenant.ToTable("tenant_contacts").HasKey(t => t.Number);
            tenant.Property(t => t.Number).ValueGeneratedNever();
        });
        model.Entity<EventRow>(e =>
        {
            e.ToTable("events").HasKey(r => new { r.Revision, r.Index });
            e.Property(r => r.EventId).HasConversion<byte[]>();
            e.HasIndex(r => new { r.Number, r.OrderVersion }).IsUnique();
            // a contractor's part of the log: what it sees from then on, and the few events by which it lost sight
            e.HasIndex(r => new { r.VisibleAfter, r.Revision, r.Index });
            e.HasIndex(r => new { r.VisibleBefore, r.Revision, r.Index })
                .HasFilter("visible_before IS NOT NULL AND (visible_after IS NULL OR visible_after <> visible_before)");
        });
        model.Entity<StatusCountRow>().ToTable("status_counts").HasKey(c => new { c.ContractorId, c.Status, c.Type });
        model.Entity<RequestRow>(request =>
        {
            request.ToTable("request_ids").HasKey(r => new { r.Account, r.RequestId });
            request.Property(r => r.RequestId).HasConversion<byte[]>();
            request.HasIndex(r => r.RecordedAt);
        });
        model.Entity<QuestionRow>(question =>
        {
            question.ToTable("questions").HasKey(q => new { q.Number, q.QuestionId });
            // lists go by time, and what is of one time by order and question: the landlord's, and each contractor's
            const string open = "answered_at IS NULL AND visible_to IS NOT NULL", answered = "answered_at IS NOT NULL";
            question.HasIndex(q => new { q.AskedAt, q.Number, q.QuestionId }, "IX_questions_open").HasFilter(open);
            question.HasIndex(q => new { q.VisibleTo, q.AskedAt, q.Number, q.QuestionId }, "IX_questions_visible_to_open").HasFilter(open);
            question.HasIndex(q => new { q.OrdererAccount, q.AskedAt, q.Number, q.QuestionId }, "IX_questions_orderer_open").HasFilter(open);
            question.HasIndex(q => new { q.AnsweredAt, q.Number, q.QuestionId }, "IX_questions_answered").HasFilter(answered);
            question.HasIndex(q => new { q.VisibleTo, q.AnsweredAt, q.Number, q.QuestionId }, "IX_questions_visible_to_answered").HasFilter(answered);
        });
        model.Entity<AnswerReadRow>().ToTable("answers_read").HasKey(r => new { r.Account, r.Number, r.QuestionId });
        model.Entity<MessageRow>(message =>
        {
            message.ToTable("messages").HasKey(m => new { m.Number, m.OrderVersion });
            message.HasIndex(m => new { m.OrdererAccount, m.SentAt, m.Number, m.OrderVersion });
        });
        model.Entity<MessageReadRow>().ToTable("messages_read").HasKey(r => new { r.Account, r.Number, r.OrderVersion });
        model.Entity<DeskRow>().ToTable("desks").HasKey(d => d.Account);
        model.Entity<LogMetaRow>().ToTable("log_meta").Property(m => m.Id).ValueGeneratedNever();
        model.Entity<ContractorRow>().ToTable("contractors");
        model.Entity<PhraseRow>(phrase =>
        {
            phrase.ToTable("phrases").HasKey(p => p.Text);
            phrase.HasData(StandardPhrases.Seed.Select((p, place) => new PhraseRow
            {
                Text = p.Text, Position = place, TenantVisible = p.TenantVisible, MeansContact = p.MeansContact,
            }));
        });
        model.Entity<PhotoRow>(photo =>
        {
            photo.ToTable("photos").HasKey(p => p.Id);
            photo.Property(p => p.Id).HasConversion<byte[]>();
            // those on no note are few: counted for an account, and removed by age
            photo.HasIndex(p => p.Account).HasFilter("order_version IS NULL");
            photo.HasIndex(p => p.CreatedAt).HasFilter("order_version IS NULL");
        });
        model.Entity<TenantLinkRow>(link =>
        {
            link.ToTable("tenant_links").HasKey(l => l.Hash);
            link.Property(l => l.RequestId).HasConversion<byte[]>();
            link.HasIndex(l => new { l.Account, l.RequestId }).IsUnique();
            link.HasIndex(l => l.Number);
        });

        foreach (var property in model.Model.GetEntityTypes().SelectMany(t => t.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
    }
}
