namespace FmeTyped;

/// <summary>A message to a webhook of an automation. It is sent at most once, because the automation may run jobs for it.</summary>
internal sealed record WebhookSubmission : SendOnceRequest
{
    public override string WhenUnknown =>
        "The automation may have it anyway, and a message has no key by which to find out: look at the automation's log in FME Flow before you send it again.";

    public override string? WhenUnprocessable => null;

    // What in a message is a secret, only its type knows.
    public override IReadOnlyList<SecretText> FindSecrets() => [];

    protected override SubmissionTrace? TraceAt(DateTimeOffset time) => null;
}
