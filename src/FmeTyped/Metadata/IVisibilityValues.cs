namespace FmeTyped.Metadata;

/// <summary>What a condition of visibility asks of a request.</summary>
internal interface IVisibilityValues
{
    /// <summary>The value of a parameter: the one of the request, or else the default, or else blank; null where it is not known here.</summary>
    string? TextOf(string parameter);

    /// <summary>Whether a parameter has a value; null where its value is not known here.</summary>
    bool? HasValue(string parameter, string value);

    /// <summary>Whether a parameter is visible itself; null where that cannot be decided.</summary>
    bool? IsVisible(string parameter);
}
