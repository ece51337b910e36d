using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace WorkOrders.Server.Store.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contractors",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    disabled = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contractors", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    event_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    order_version = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    visible_before = table.Column<string>(type: "TEXT", nullable: true),
                    visible_after = table.Column<string>(type: "TEXT", nullable: true),
                    committed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    payload = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => new { x.revision, x.index });
                });

            migrationBuilder.CreateTable(
                name: "log_meta",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    log_id = table.Column<string>(type: "TEXT", nullable: false),
                    head = table.Column<long>(type: "INTEGER", nullable: false),
                    next_number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_meta", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "phrases",
                columns: table => new
                {
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    tenant_visible = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_phrases", x => x.text);
                });

            migrationBuilder.CreateTable(
                name: "request_ids",
                columns: table => new
                {
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    body_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_request_ids", x => new { x.account, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "status_counts",
                columns: table => new
                {
                    contractor_id = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_status_counts", x => new { x.contractor_id, x.status, x.type });
                });

            migrationBuilder.CreateTable(
                name: "work_orders",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    type = table.Column<int>(type: "INTEGER", nullable: false),
                    contractor_id = table.Column<string>(type: "TEXT", nullable: true),
                    visible_to = table.Column<string>(type: "TEXT", nullable: true),
                    object_number = table.Column<string>(type: "TEXT", nullable: false),
                    bundle_base = table.Column<string>(type: "TEXT", nullable: true),
                    bundle_number = table.Column<string>(type: "TEXT", nullable: true),
                    orderer_account = table.Column<string>(type: "TEXT", nullable: true),
                    ordered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    declined_at = table.Column<long>(type: "INTEGER", nullable: true),
                    planned_for = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    completed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    open_questions = table.Column<int>(type: "INTEGER", nullable: false),
                    oldest_open_question_at = table.Column<long>(type: "INTEGER", nullable: true),
                    card = table.Column<byte[]>(type: "BLOB", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_orders", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "tenant_contacts",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    home_phone = table.Column<string>(type: "TEXT", nullable: false),
                    work_phone = table.Column<string>(type: "TEXT", nullable: false),
                    mobile_phone = table.Column<string>(type: "TEXT", nullable: false),
                    preferred_phone = table.Column<int>(type: "INTEGER", nullable: false),
                    moved_in_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    may_enter = table.Column<bool>(type: "INTEGER", nullable: true),
                    key_information = table.Column<string>(type: "TEXT", nullable: false),
                    comment = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tenant_contacts", x => x.number);
                    table.ForeignKey(
                        name: "FK_tenant_contacts_work_orders_number",
                        column: x => x.number,
                        principalTable: "work_orders",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "phrases",
                columns: new[] { "text", "position", "tenant_visible" },
                values: new object[,]
                {
                    { "Entreprenör är beställd", 0, true },
                    { "Extralås ej öppet, kunde inte gå in", 6, true },
                    { "Felet stämmer inte med vad som står på AO", 4, false },
                    { "Har lämnat meddelande men inget svar", 8, true },
                    { "Husdjur lös i lägenheten, går inte in", 9, true },
                    { "Hyresgäst är kontaktad", 1, true },
                    { "Material är beställt", 2, true },
                    { "Sökt kund men telefonnummer stämmer ej", 7, false },
                    { "Tid är bokad med kund", 3, true },
                    { "Väntar på reservdelar/material", 5, true }
                });

            migrationBuilder.CreateIndex(
                name: "IX_events_number_order_version",
                table: "events",
                columns: new[] { "number", "order_version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_events_visible_after_revision_index",
                table: "events",
                columns: new[] { "visible_after", "revision", "index" });

            migrationBuilder.CreateIndex(
                name: "IX_events_visible_before_revision_index",
                table: "events",
                columns: new[] { "visible_before", "revision", "index" },
                filter: "visible_before IS NOT NULL AND (visible_after IS NULL OR visible_after <> visible_before)");

            migrationBuilder.CreateIndex(
                name: "IX_request_ids_recorded_at",
                table: "request_ids",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_bundle_base",
                table: "work_orders",
                column: "bundle_base");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_completed_on_contractor_id_type",
                table: "work_orders",
                columns: new[] { "completed_on", "contractor_id", "type" },
                filter: "status = 5");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_contractor_id_status_type",
                table: "work_orders",
                columns: new[] { "contractor_id", "status", "type" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_declined_at",
                table: "work_orders",
                column: "declined_at",
                filter: "declined_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_object_number",
                table: "work_orders",
                column: "object_number");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_oldest_open_question_at",
                table: "work_orders",
                column: "oldest_open_question_at",
                filter: "oldest_open_question_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_ordered_at",
                table: "work_orders",
                column: "ordered_at");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_orderer_account_status_type",
                table: "work_orders",
                columns: new[] { "orderer_account", "status", "type" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_overdue",
                table: "work_orders",
                column: "planned_for",
                filter: "status < 5");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_planned_for",
                table: "work_orders",
                column: "planned_for");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_status_ordered_at",
                table: "work_orders",
                columns: new[] { "status", "ordered_at" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_status_type",
                table: "work_orders",
                columns: new[] { "status", "type" });

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_visible_to",
                table: "work_orders",
                column: "visible_to");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_visible_to_completed_on_type",
                table: "work_orders",
                columns: new[] { "visible_to", "completed_on", "type" },
                filter: "status = 5");

            migrationBuilder.CreateIndex(
                name: "IX_work_orders_visible_to_status_type",
                table: "work_orders",
                columns: new[] { "visible_to", "status", "type" });

            // full-text search, which EF has no words for; unicode61 keeps å, ä, ö apart from a and o
            migrationBuilder.Sql(
                """
                CREATE VIRTUAL TABLE work_order_search USING fts5 (
                    number, street, tenant, phrase, description, bundle, object_number,
                    tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');
                """);

            // the matrix, counted where the orders change: whoever writes them can't forget it
            migrationBuilder.Sql(
                """
                CREATE TRIGGER work_orders_counted AFTER INSERT ON work_orders BEGIN
                    INSERT INTO status_counts (contractor_id, status, type, count) VALUES (ifnull(NEW.contractor_id, ''), NEW.status, NEW.type, 1)
                        ON CONFLICT DO UPDATE SET count = count + 1;
                END;
                CREATE TRIGGER work_orders_counted_anew AFTER UPDATE OF contractor_id, status, type ON work_orders
                WHEN OLD.contractor_id IS NOT NEW.contractor_id OR OLD.status <> NEW.status OR OLD.type <> NEW.type BEGIN
                    UPDATE status_counts SET count = count - 1
                        WHERE contractor_id = ifnull(OLD.contractor_id, '') AND status = OLD.status AND type = OLD.type;
                    INSERT INTO status_counts (contractor_id, status, type, count) VALUES (ifnull(NEW.contractor_id, ''), NEW.status, NEW.type, 1)
                        ON CONFLICT DO UPDATE SET count = count + 1;
                END;
                CREATE TRIGGER work_orders_counted_no_more AFTER DELETE ON work_orders BEGIN
                    UPDATE status_counts SET count = count - 1
                        WHERE contractor_id = ifnull(OLD.contractor_id, '') AND status = OLD.status AND type = OLD.type;
                END;
                """);

            // What the planner would learn of a million orders and ten million events. Without it, it guesses, and guesses
            // that any status is rare; measured on the file of today, plans would change from one day to the next.
            migrationBuilder.Sql(
                """
                ANALYZE;
                DELETE FROM sqlite_stat1;
                INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
                    ('work_orders', 'IX_work_orders_visible_to_status_type', '1000000 2000 300 60'),
                    ('work_orders', 'IX_work_orders_contractor_id_status_type', '1000000 2000 300 60'),
                    ('work_orders', 'IX_work_orders_orderer_account_status_type', '1000000 20000 3000 600'),
                    ('work_orders', 'IX_work_orders_status_type', '1000000 150000 30000'),
                    ('work_orders', 'IX_work_orders_visible_to', '1000000 2000'),
                    ('work_orders', 'IX_work_orders_object_number', '1000000 30'),
                    ('work_orders', 'IX_work_orders_bundle_base', '1000000 2'),
                    ('work_orders', 'IX_work_orders_ordered_at', '1000000 2'),
                    ('work_orders', 'IX_work_orders_status_ordered_at', '1000000 150000 2'),
                    ('work_orders', 'IX_work_orders_planned_for', '1000000 300'),
                    ('work_orders', 'IX_work_orders_overdue', '10000 10'),
                    ('work_orders', 'IX_work_orders_declined_at', '100 1'),
                    ('work_orders', 'IX_work_orders_oldest_open_question_at', '200 1'),
                    ('work_orders', 'IX_work_orders_visible_to_completed_on_type', '100000 200 2 1'),
                    ('work_orders', 'IX_work_orders_completed_on_contractor_id_type', '100000 80 2 1'),
                    ('events', 'sqlite_autoindex_events_1', '10000000 1 1'),
                    ('events', 'IX_events_number_order_version', '10000000 10 1'),
                    ('events', 'IX_events_visible_after_revision_index', '10000000 20000 1 1'),
                    ('events', 'IX_events_visible_before_revision_index', '100000 200 1 1');
                ANALYZE sqlite_schema;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE work_order_search;");

            migrationBuilder.DropTable(
                name: "contractors");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "log_meta");

            migrationBuilder.DropTable(
                name: "phrases");

            migrationBuilder.DropTable(
                name: "request_ids");

            migrationBuilder.DropTable(
                name: "status_counts");

            migrationBuilder.DropTable(
                name: "tenant_contacts");

            migrationBuilder.DropTable(
                name: "work_orders");
        }
    }
}
