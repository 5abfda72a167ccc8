namespace FmeTyped.Metadata;

/// <summary>What a condition of visibility asks of a request.</summary>
internal interface IVisibilityValues
{
    /// <summary>Whether a parameter has a value: the one of the request, or else the default.</summary>
    bool HasValue(string parameter, string value);

    /// <summary>Whether a parameter is visible itself.</summary>
    bool IsVisible(string parameter);
}
