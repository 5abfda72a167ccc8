using System.Globalization;
using FmeTyped.Benchmarks.Generator.Tables;

// One table a command, as Markdown: medians of five runs, and the range of the runs. Numbers after the command are other sizes than the table's own.
switch (args)
{
    case ["generator", .. var sizes]:
        GeneratorTable.Print(SizesOf(sizes, 10, 100, 1000, 5000));
        return 0;
    case ["compile", .. var sizes]:
        CompileTable.Print(SizesOf(sizes, 100, 1000), withOthers: true);
        return 0;
    case ["limit", .. var sizes]:
        CompileTable.Print(SizesOf(sizes, 1000), withOthers: false);
        return 0;
    case ["analyzers"]:
        AnalyzersTable.Print(files: 1000, workspaces: 100);
        return 0;
    case ["import"]:
        ImportTable.Print();
        return 0;
    default:
        Console.Error.WriteLine("Say which table: generator, compile, limit, analyzers or import.");
        return 2;
}

static int[] SizesOf(string[] written, params int[] usual) =>
    written.Length == 0 ? usual : [.. written.Select(size => int.Parse(size, CultureInfo.InvariantCulture))];
