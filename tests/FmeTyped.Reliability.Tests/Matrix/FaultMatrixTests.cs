using FmeTyped.Reliability.Tests.Operations;
using FmeTyped.Reliability.Tests.Server;

namespace FmeTyped.Reliability.Tests.Matrix;

/// <summary>Every operation under every fault. The rules hold in each cell, and the page tells what comes out.</summary>
[Trait("Suite", "faults")]
public class FaultMatrixTests
{
    private static readonly (string Name, int Build)[] Servers = [("v4", 26018), ("v3", 23166)];

    private static readonly string[] Parts = ["The submission, and what comes before it", "After the submission", "Calls that do not submit"];

    private static readonly string[] Faults = [.. Fault.All(static () => { }).Select(fault => fault.Name)];

    [Fact]
    public async Task The_page_tells_what_each_fault_leads_to()
    {
        var columns = new List<(string Server, Operation Operation, Cell[] Cells)>();
        foreach (Operation operation in MatrixRows.All)
        {
            foreach ((string server, int build) in Servers)
            {
                if (await ColumnAsync(operation, build) is { } cells)
                {
                    columns.Add((server, operation, cells));
                }
            }
        }

        ProofPage.AssertPart("faults", Write(columns));
    }

    /// <summary>An operation under all faults; null if the server has no such operation, or the client sends it no such request.</summary>
    private static async Task<Cell[]?> ColumnAsync(Operation operation, int build)
    {
        await using Scene scene = await Scene.StartAsync(build, isAlone: true);
        int requests = await CalmRequestsAsync(scene, operation);
        if (requests == 0)
        {
            return null;
        }

        var cells = new List<Cell>();
        foreach (string name in Faults)
        {
            using var cancellation = new CancellationTokenSource();
            Fault fault = Fault.All(cancellation.Cancel).Single(fault => fault.Name == name);
            cells.Add(await Cell.OfAsync(scene, operation, fault, cancellation, requests));
        }

        return [.. cells];
    }

    private static async Task<int> CalmRequestsAsync(Scene scene, Operation operation)
    {
        await scene.RenewAsync();
        await operation.SetUp(scene);
        if (operation.IsFirst)
        {
            scene.Forget();
        }

        scene.Network.Reset();
        scene.Network.Hits = operation.Hits;
        Task<object?> call = operation.Run(scene, CancellationToken.None);
        scene.Time.Drive(call, operation.Name);
        return await Record.ExceptionAsync(() => call) switch
        {
            null => scene.Network.Attempts == 0 ? 0 : scene.Network.Requests,
            FmeNotSupportedException => 0,
            { } failure => throw new InvalidOperationException($"{operation.Name} fails where nothing is wrong.", failure),
        };
    }

    // Faults that lead to the same everywhere share a letter, operations that come to the same under every fault an item.
    private static string Write(List<(string Server, Operation Operation, Cell[] Cells)> columns)
    {
        var faults = Enumerable.Range(0, Faults.Length)
            .GroupBy(index => string.Join('\n', columns.Select(column => column.Cells[index])))
            .Select((same, place) => (Letter: (char)('a' + place), Indexes: same.ToArray()))
            .ToList();
        var page = new ProofText();
        page.Line("What goes wrong:").Line("");
        foreach ((char letter, int[] indexes) in faults)
        {
            page.Item($"{letter}: {string.Join("; ", indexes.Select(index => Faults[index]))}");
        }

        page.Line("").Line($"What the caller gets: {string.Join("; ", CellCode.Outcomes.Select(outcome => $"{outcome.Value} {outcome.Key}"))}");
        var rows =
            from row in Groups(columns)
            let codes = faults.ToDictionary(fault => fault.Letter, fault => CellCode.From(row.Cells[fault.Indexes[0]], row.Submits))
            let part = !row.Submits ? Parts[2] : row.Cells.All(cell => cell.Seen > 0) ? Parts[1] : Parts[0]
            group (row.Names, Codes: codes) by part;
        foreach (var part in rows.OrderBy(part => Array.IndexOf(Parts, part.Key)))
        {
            page.Line("").Line($"{part.Key}:").Line("");
            var model = part.MinBy(model => part.Sum(row => Different(row.Codes, model.Codes).Count()));
            page.Item($"{model.Names}: `{string.Join(' ', Entries(model.Codes.Where(code => code.Value is not ("ok" or "ok11i"))))}`");
            foreach ((string names, Dictionary<char, string> codes) in part.Where(row => row != model))
            {
                page.Item($"{names}: `{string.Join(' ', Different(codes, model.Codes))}`");
            }
        }

        return page.ToString();
    }

    private static IEnumerable<string> Different(Dictionary<char, string> codes, Dictionary<char, string> model) =>
        Entries(codes.Where(code => model[code.Key] != code.Value));

    private static IEnumerable<string> Entries(IEnumerable<KeyValuePair<char, string>> codes) =>
        from code in codes
        group code.Key by code.Value into same
        select $"{string.Concat(same)}:{same.Key}";

    // In the order of their first operations; one that is the same with both versions needs no version.
    private static IEnumerable<(string Names, bool Submits, Cell[] Cells)> Groups(List<(string Server, Operation Operation, Cell[] Cells)> columns)
    {
        var order = MatrixRows.All.Select((operation, index) => (operation.Name, index)).ToDictionary(entry => entry.Name, entry => entry.index);
        return
            from column in columns
            orderby order[column.Operation.Name], column.Server descending
            group column by (column.Operation.Submits, Profile: string.Join('\n', column.Cells.Select(cell => cell.ToString()))) into same
            let names =
                from column in same
                group column.Server by column.Operation.Name into servers
                select servers.Count() == columns.Count(column => column.Operation.Name == servers.Key) ? servers.Key : $"{servers.Key} {servers.Single()}"
            select (string.Join(", ", names), same.Key.Submits, same.First().Cells);
    }
}
