using System.Globalization;
using FmeTyped.Benchmarks.Generator.Tables;

// One table a command, as Markdown.
switch (args)
{
    case ["generator", .. var sizes]:
        GeneratorTable.Print(sizes.Length == 0 ? [10, 100, 1000, 5000] : [.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]);
        return 0;
    default:
        Console.Error.WriteLine("Say which table: generator, compile, analyzers or import.");
        return 2;
}
