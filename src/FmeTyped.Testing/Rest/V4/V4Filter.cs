using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FmeTyped.Testing;

/// <summary>The <c>filterString</c> of lists and its <c>filterProperties</c>. That it means a part of a text, in any case, is A034.</summary>
internal static class V4Filter
{
    public static bool Finds(IQueryCollection query, params (string Property, string Text)[] texts)
    {
        string? filter = query["filterString"];
        StringValues properties = query["filterProperties"];
        return string.IsNullOrEmpty(filter)
            || texts.Any(text => (properties.Count == 0 || properties.Contains(text.Property))
                && text.Text.Contains(filter, StringComparison.OrdinalIgnoreCase));
    }
}
