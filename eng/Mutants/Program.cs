using System.Globalization;
using FmeTyped.Mutants;

// Called by eng/mutants in the root of the repository.
if (args is not [var name, .. var options] || options.Length % 2 != 0 || (name != "all" && Area.All.All(area => area.Name != name)))
{
    return Usage();
}

int seed = Random.Shared.Next(1_000_000);
int count = 200;
int parallel = Environment.ProcessorCount;
foreach (string[] option in options.Chunk(2))
{
    if (!int.TryParse(option[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
    {
        return Usage();
    }

    switch (option[0])
    {
        case "--seed":
            seed = number;
            break;
        case "--count" when number > 0:
            count = number;
            break;
        case "--parallel" when number > 0:
            parallel = number;
            break;
        default:
            return Usage();
    }
}

string root = Directory.GetCurrentDirectory();
try
{
    foreach (Area area in Area.All.Where(area => name == "all" || area.Name == name))
    {
        await RunAsync(area);
    }

    return 0;
}
catch (InvalidOperationException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

async Task RunAsync(Area area)
{
    string projectFolder = Path.Combine(root, area.Project);
    string commit = await DotNet.CommitAsync();
    await DotNet.BuildAsync(area.TestProject);
    var project = MutatedProject.Open(await DotNet.CompilerArgumentsAsync(area.Project), projectFolder);
    IReadOnlyList<Mutant> all = project.Find(path => area.Has(Path.GetRelativePath(projectFolder, path).Replace('\\', '/')));

    string assembly = $"{Path.GetFileName(area.Project)}.dll";
    string program = Path.Combine(root, area.TestProject, "bin", "Debug", DotNet.Framework, $"{Path.GetFileName(area.TestProject)}.dll");
    string[] arguments = ["--no-ansi", "--progress", "off", "--stop-on-fail", "on", "--filter-not-trait", "Suite=*", .. area.Tests];

    // The tests look for the repository above their folder.
    TestFolder[] folders = [.. Enumerable.Range(1, parallel).Select(number =>
        new TestFolder(program, assembly, arguments, Path.Combine(root, "artifacts", "mutants", $"{area.Name}-{number}")))];
    try
    {
        var run = new MutationRun(project, folders);
        IReadOnlyList<Mutant> sample = run.Sample(all, seed, count);
        Console.Error.WriteLine($"{area.Name}: {sample.Count} of {all.Count} mutants, seed {seed}");
        int done = 0;
        IReadOnlyList<(Mutant Mutant, Outcome Outcome)> results = await run.RunAsync(sample, (mutant, outcome) =>
            Console.Error.WriteLine($"{Interlocked.Increment(ref done),4} {outcome,-11} {Path.GetFileName(mutant.File)}:{mutant.Line}"));
        string heading = $"{area.Name}: {sample.Count} of {all.Count} mutants, seed {seed}, {DateTime.UtcNow:yyyy-MM-dd}, commit {commit}";
        Report.Write(Console.Out, heading, sample.Count, results, file => Path.GetRelativePath(projectFolder, file).Replace('\\', '/'));
    }
    finally
    {
        Array.ForEach(folders, folder => folder.Dispose());
    }
}

static int Usage()
{
    Console.Error.WriteLine("eng/mutants AREA [--seed N] [--count N] [--parallel N]");
    Console.Error.WriteLine($"AREA is all, or one of: {string.Join(", ", Area.All.Select(area => area.Name))}");
    return 2;
}
