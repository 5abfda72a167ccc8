using System.Diagnostics.CodeAnalysis;

namespace FmeTyped;

/// <summary>The request that a job was made of, as the server repeats it.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <param name="Request">The request; null where the values do not fit the type as it is now.</param>
/// <param name="Problems">All that does not fit; empty where the request was read.</param>
public sealed record FmeJobRequest<TRequest>(TRequest? Request, IReadOnlyList<FmeValidationError> Problems)
    where TRequest : class, IFmeRequest<TRequest>
{
    /// <summary>Whether the request was read.</summary>
    [MemberNotNullWhen(true, nameof(Request))]
    public bool IsRead => Request is not null;
}
