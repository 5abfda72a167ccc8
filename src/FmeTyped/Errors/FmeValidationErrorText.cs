namespace FmeTyped;

/// <summary>Wording that several checks share.</summary>
internal static class FmeValidationErrorText
{
    public const string Missing = "has to be set: it is required and the workspace has no default for it.";

    public const string Masked = "contains a mask instead of a secret. Set the secret itself: it is required and the workspace has no default for it.";

    public const string HalfCharacter =
        "contains half a character (an unpaired surrogate), which cannot be sent: the workspace would get another text. Cut texts between characters.";

    public const string OffsetMissing = "takes a time with its offset from UTC: a DateTimeOffset, or a text that ends like +01:00.";

    public const string OffsetRefused = "takes a local time without an offset from UTC; WithoutOffset() of an FmeDateTime drops it.";

    public const string FractionRefused = "takes whole seconds; WithoutFraction() of an FmeDateTime drops the rest.";

    public static string Blank(FmeParameterDescriptor parameter)
    {
        string fault = parameter.IsList ? "needs at least one value." : "may not be blank.";
        return parameter.HasDefault ? $"{fault} Leave it unset (null) for the workspace's default." : fault;
    }

    public static string UnknownOption(FmeParameterDescriptor parameter, string value) =>
        $"'{value}' is not one of its options. {ChoiceText.Allowed(parameter.Choices)}";

    public static string WrongEncoding(FmeParameterDescriptor parameter)
    {
        string expected = FmeGeometryText.EncodingOf(parameter.GeometryEncoding) switch
        {
            FmeGeometryEncoding.GeoJson => FmeGeometryText.GeoJsonExpected,
            FmeGeometryEncoding.FmeXml => FmeGeometryText.FmeXmlExpected,
            FmeGeometryEncoding.Wkt => FmeGeometryText.WktExpected,
            _ => "Well-known text is sent as GeoJSON, which has neither curves nor measures.",
        };
        return parameter.GeometryEncoding.Length == 0
            ? $"takes a geometry that this one cannot be made. {expected}"
            : $"takes a geometry written as {parameter.GeometryEncoding}, which this one is not and cannot be made. {expected}";
    }

    public static string WrongKind(FmeParameterDescriptor parameter, FmeGeometryKinds kinds) =>
        $"takes {string.Join(" or ", parameter.GeometryTypes)} geometry only; this one holds {kinds.ToString().ToLowerInvariant()}.";

    public static string WrongForm(FmeDateTimeForm form) => (form switch
    {
        FmeDateTimeForm.Date => "takes a date without a time.",
        FmeDateTimeForm.Time => "takes a time without a date.",
        _ => "takes a date with a time.",
    }) + " " + FmeDateTimeFormat.Expected(form);
}
