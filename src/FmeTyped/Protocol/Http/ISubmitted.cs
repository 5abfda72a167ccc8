namespace FmeTyped;

/// <summary>What errors have to know of a submission. Nothing is asked where there is no error.</summary>
internal interface ISubmitted
{
    /// <summary>Finds what is secret of it.</summary>
    IReadOnlyList<SecretText> FindSecrets();

    /// <summary>What it can be found by if it was sent at a time and the answer is lost.</summary>
    SubmissionTrace TraceAt(DateTimeOffset time);
}
