namespace FmeTyped.Tool.Recording;

/// <summary>The members of the files of a recording.</summary>
internal static class RecordedNames
{
    public const string Format = "format";
    public const string Values = "values";
    public const string KeptValues = "kept";
    public const string MaskedValues = "masked";

    public const string SentAt = "sentAt";
    public const string Request = "request";
    public const string Response = "response";
    public const string BrokenOff = "brokenOff";
    public const string Method = "method";
    public const string Target = "target";
    public const string Status = "status";
    public const string Seconds = "seconds";
    public const string Headers = "headers";

    public const string Json = "json";
    public const string Form = "form";
    public const string Parts = "parts";
    public const string Text = "text";
    public const string Base64 = "base64";
    public const string Bytes = "bytes";
    public const string Hash = "sha256";
}
