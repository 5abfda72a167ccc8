namespace FmeTyped;

/// <summary>What is submitted, as far as the sending and its errors have to know it.</summary>
internal interface ISubmitted
{
    /// <summary>Is told before the first byte leaves. From then on the server may have it.</summary>
    /// <param name="time">When it was sent; null where that does not help to find it.</param>
    void Leave(DateTimeOffset? time);

    /// <summary>Finds what is secret of it.</summary>
    IReadOnlyList<SecretText> FindSecrets();

    /// <summary>What it can be found by if it was sent at a time and the answer is lost.</summary>
    SubmissionTrace TraceAt(DateTimeOffset time);
}
