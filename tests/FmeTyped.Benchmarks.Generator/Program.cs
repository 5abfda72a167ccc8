using FmeTyped.Benchmarks.Generator.Tables;

// One table a command, as Markdown.
switch (args)
{
    case ["generator"]:
        GeneratorTable.Print();
        return 0;
    default:
        Console.Error.WriteLine("Say which table: generator, compile, analyzers or import.");
        return 2;
}
