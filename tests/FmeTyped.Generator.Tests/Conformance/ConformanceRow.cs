namespace FmeTyped.Generator.Tests.Conformance;

/// <summary>
/// One documented key of a parameter type with one of its values, and what becomes of it. The texts that are sent are written by hand from the vendor's
/// page; no code of ours makes them.
/// </summary>
/// <param name="Type">The type, as the vendor's page calls it.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">Its value; "missing" for what holds without the key.</param>
public sealed record ConformanceRow(string Type, string Key, string Value)
{
    /// <summary>The keys of the record besides its name and prompt, of REST v4.</summary>
    public string V4 { get; init; } = "";

    /// <summary>The same of REST v3.</summary>
    public string V3 { get; init; } = "";

    /// <summary>The same as the GUI line of a workspace file, with the name P.</summary>
    public string Fmw { get; init; } = "";

    /// <summary>What a team writes under csharp for the parameter.</summary>
    public string Chosen { get; init; } = "";

    /// <summary>The type of the property.</summary>
    public string CSharp { get; init; } = "";

    /// <summary>C# of a value that fits.</summary>
    public string Good { get; init; } = "";

    /// <summary>What is sent for it: a text, or an array as JSON.</summary>
    public string Wire { get; init; } = "";

    /// <summary>Other records of the same workspace.</summary>
    public string Others { get; init; } = "";

    /// <summary>What is sent for other parameters, as members of a JSON object.</summary>
    public string SentBeside { get; init; } = "";

    /// <summary>C# of a value that does not fit; empty where the compiler lets none through, or every value fits.</summary>
    public string Bad { get; init; } = "";

    /// <summary>What validation says of it.</summary>
    public string Message { get; init; } = "";

    /// <summary>What the information on a key says that cannot be followed; empty where all of the record is followed.</summary>
    public string Told { get; init; } = "";

    /// <summary>The source, the type, the key and its value.</summary>
    public override string ToString() => $"{(V3.Length > 0 ? "v3 " : Fmw.Length > 0 ? "fmw " : "")}{Type} {Key} {Value} {Good}";
}
