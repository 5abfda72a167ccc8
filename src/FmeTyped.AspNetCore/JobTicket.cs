namespace FmeTyped.AspNetCore;

/// <summary>What a job's public id stands for. It travels encrypted.</summary>
/// <param name="Endpoint">The pattern of the workspace's endpoint.</param>
/// <param name="Caller">Who submitted the job; null for a caller who had not signed in.</param>
/// <param name="Expires">Until when the id is good.</param>
/// <param name="Job">The job.</param>
internal sealed record JobTicket(string Endpoint, string? Caller, DateTimeOffset Expires, FmeJobHandle Job);
