using System.Text.Json;
using FmeTyped.Generator.Tests.Conformance;

namespace FmeTyped.Testing.Tests.Values;

/// <summary>
/// What the conformance table has the client send, the emulator takes without a word. Neither knows how the other reads the vendor's pages, so that a row
/// that one of them has wrong is found here.
/// </summary>
public sealed class ConformanceTests
{
    // Rows of groups and visibility are about other values than that of P.
    public static TheoryData<ConformanceRow> Rows =>
    [
        .. CheckboxRows.All.Concat(ColorRows.All).Concat(DateTimeRows.All).Concat(DropdownRows.All).Concat(GeometryRows.All).Concat(ListboxRows.All)
            .Concat(NumberRows.All).Concat(TextRows.All).Concat(FileRows.All).Concat(TreeRows.All)
            .Where(row => row is { Fmw.Length: 0, Chosen.Length: 0, Told.Length: 0 }),
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_the_client_sends_fits(ConformanceRow row)
    {
        string record = row.V3.Length > 0 ? $$"""{"name":"P","description":"",{{row.V3}}}""" : $$"""{"name":"P","prompt":"",{{row.V4}}}""";
        await SubmittedValue.AssertFitsAsync(record, row.Wire.StartsWith('[') ? row.Wire : JsonSerializer.Serialize(row.Wire));
    }
}
