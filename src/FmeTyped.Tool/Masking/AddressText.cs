namespace FmeTyped.Tool.Masking;

/// <summary>Masks the values of a query or a form, and leaves all else as it was written.</summary>
/// <param name="text">Masks texts.</param>
/// <param name="secrets">The secret parameters.</param>
internal sealed class AddressText(TextMask text, SecretParameters secrets)
{
    // A directive (nm_) has a value of the caller's.
    private static readonly string[] OpenPrefixes = ["opt_", "tm_"];

    /// <summary>Path and query.</summary>
    public string MaskTarget(string target)
    {
        var path = new FlowPath(target);
        int query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? path.Mask(text) : $"{path.Mask(text)}?{MaskValues(target[(query + 1)..], path)}";
    }

    /// <summary>The values of a query or a form.</summary>
    public string MaskValues(string values, FlowPath path) => string.Join('&', values.Split('&').Select(part =>
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            string alone = Decode(part);
            return path.IsApi && text.Mask(alone, PrivateKind.None) == alone ? part : SecretMask.Text;
        }

        string name = Decode(part[..equals]);
        string value = Decode(part[(equals + 1)..]);
        string masked = text.Mask(value, KindOf(name, path));
        return masked == value ? part : $"{part[..equals]}={Placeholder.Escape(masked)}";
    }));

    private static string Decode(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));

    private PrivateKind KindOf(string name, FlowPath path) =>
        secrets.Has(name) ? PrivateKind.Secret
        : PrivateNames.KindOf(name) is not PrivateKind.None and var kind ? kind
        : !path.IsApi || (path.TakesValues && !OpenPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))) ? PrivateKind.Value
        : PrivateKind.None;
}
