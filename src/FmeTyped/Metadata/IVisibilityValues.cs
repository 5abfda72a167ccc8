namespace FmeTyped.Metadata;

/// <summary>The values of a request, as visibility conditions need them.</summary>
internal interface IVisibilityValues
{
    /// <summary>The value of a parameter: from the request, or else the default, or else blank; null if it is not known.</summary>
    string? TextOf(string parameter);

    /// <summary>Whether a parameter has a value; null if its value is not known.</summary>
    bool? HasValue(string parameter, string value);

    /// <summary>Whether a parameter is visible itself; null if that cannot be decided.</summary>
    bool? IsVisible(string parameter);
}
