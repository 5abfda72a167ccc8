using System.Diagnostics;
using FmeTyped.Benchmarks.Contestants;
using FmeTyped.Benchmarks.Measuring;
using FmeTyped.Benchmarks.Tables;

// One table of docs/understand/performance.md a run, as Markdown.
switch (args)
{
    case ["request"]:
        RequestTable.PrintV4();
        using (Process v3 = Process.Start(Self.StartInfo("request", "v3"))!)
        {
            await v3.WaitForExitAsync();
            return v3.ExitCode;
        }

    case ["request", "v3"]:
        RequestTable.PrintV3();
        return 0;
    case ["call"]:
        await CallTable.PrintAsync();
        return 0;
    case ["limit"]:
        await CallTable.PrintLimitAsync();
        return 0;
    case ["batch"]:
        await BatchTable.PrintAsync();
        return 0;
    case ["wait"]:
        await WaitTable.PrintAsync();
        return 0;
    case ["start"]:
        await StartTable.PrintAsync();
        return 0;
    case ["serve"]:
        await CannedServer.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("Which table? request, call, limit, batch, wait or start.");
        return 2;
}
