using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Tables;

// One table of docs/performance.md a run, as Markdown.
switch (args)
{
    case ["request"]:
        RequestTable.Print();
        return 0;
    case ["call"]:
        await CallTable.PrintAsync();
        return 0;
    case ["batch"]:
        await BatchTable.PrintAsync();
        return 0;
    case ["start"]:
        await StartTable.PrintAsync();
        return 0;
    case ["serve"]:
        await CannedServer.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Which table? request, call, batch or start.");
        return 2;
}
