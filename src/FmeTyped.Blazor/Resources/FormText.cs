using System.Globalization;
using System.Resources;

namespace FmeTyped.Blazor.Resources;

/// <summary>What a form says, in the language of <see cref="CultureInfo.CurrentUICulture"/>: FormText.resx is English, others stand beside it.</summary>
internal static class FormText
{
    private static readonly ResourceManager Texts = new(typeof(FormText));

    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.CurrentUICulture) ?? throw new ArgumentException($"There is no text {name}.", nameof(name));

    public static string Get(string name, params object?[] values) => string.Format(CultureInfo.CurrentCulture, Get(name), values);
}
