namespace FmeTyped.Testing;

/// <summary>The <c>filterString</c> of lists. That it means a part of a text, in any case, is A034.</summary>
internal static class V4Filter
{
    public static bool Finds(string? filter, params string[] texts) =>
        filter is null || texts.Any(text => text.Contains(filter, StringComparison.OrdinalIgnoreCase));
}
