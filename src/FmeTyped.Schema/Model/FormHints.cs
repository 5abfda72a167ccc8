namespace FmeTyped.Schema.Model;

/// <summary>How a form asks for a value. No request depends on it.</summary>
internal sealed record FormHints
{
    public static FormHints None { get; } = new();

    /// <summary>Whether a text has several lines, such as code.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>Whether a number is picked with a slider.</summary>
    public bool HasSlider { get; init; }

    /// <summary>What stands between the nodes in the captions of a tree's options; empty for what is no tree.</summary>
    public string NodeDelimiter { get; init; } = "";

    /// <summary>The patterns of the files that a form offers, such as <c>*.gml</c>; empty for all.</summary>
    public EquatableArray<string> FileFilters { get; init; }

    /// <summary>The columns of a table; empty for what is no table.</summary>
    public EquatableArray<string> Columns { get; init; }
}
