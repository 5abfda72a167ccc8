using System.Diagnostics;
using FmeTyped.Benchmarks.Batch;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Measuring;
using FmeTyped.Benchmarks.Tables;

// The tables of docs/understand/performance.md as Markdown: one, or all. "once" before a table's name makes one run of it instead of five.
string[] tables = ["limit", "call", "overhead", "wait", "batch", "request", "start"];
switch (args)
{
    case ["all"]:
        foreach (string table in tables)
        {
            Console.WriteLine($"\n## {table}\n");
            if (await FiveRuns.PrintAsync(table) is not 0 and var code)
            {
                return code;
            }
        }

        return 0;
    case ["once", "request"]:
        RequestTable.PrintV4();
        using (Process v3 = Process.Start(Self.StartInfo("once", "request", "v3"))!)
        {
            await v3.WaitForExitAsync();
            return v3.ExitCode;
        }

    case ["once", "request", "v3"]:
        RequestTable.PrintV3();
        return 0;
    case ["once", "call"]:
        await CallTable.PrintAsync();
        return 0;
    case ["once", "limit"]:
        await CallTable.PrintLimitAsync();
        return 0;
    case ["once", "overhead"]:
        OverheadTable.Print();
        return 0;
    case ["once", "batch"]:
        await BatchTable.PrintAsync(Scenario.All);
        return 0;
    case ["once", "batch", "long"]:
        await BatchTable.PrintAsync(Scenario.Long);
        return 0;
    case ["batch", "serve", var scenario]:
        await BatchServer.RunAsync(Scenario.Find(scenario));
        return 0;
    case ["batch", "run", var way, var scenario, var server, var token]:
        await BatchClient.RunAsync(way, scenario, server, token);
        return 0;
    case ["once", "wait"]:
        await WaitTable.PrintAsync();
        return 0;
    case ["once", "start"]:
        await StartTable.PrintAsync();
        return 0;
    case ["serve"]:
        await CannedServer.RunAsync();
        return 0;
    case [var table] when tables.Contains(table):
        return await FiveRuns.PrintAsync(table);
    default:
        await Console.Error.WriteLineAsync($"Which table? {string.Join(", ", tables)}, or all. With \"once\" before it: one run instead of five.");
        return 2;
}
