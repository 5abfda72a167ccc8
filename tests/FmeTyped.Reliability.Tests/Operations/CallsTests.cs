using System.Reflection;

namespace FmeTyped.Reliability.Tests.Operations;

public class CallsTests
{
    private static readonly Type[] Clients = [typeof(FmeFlowClient), typeof(FmeJob), typeof(FmeResources), typeof(FmeFlowAdministration)];

    [Fact]
    public void Every_asynchronous_method_of_the_client_has_a_call()
    {
        IEnumerable<string> methods =
            from type in Clients
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where method.Name.EndsWith("Async", StringComparison.Ordinal)
            where method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken))
            select SignatureOf(type, method);

        Assert.Equal(methods.Order(StringComparer.Ordinal), Calls.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_asynchronous_method_takes_a_token() => Assert.Empty(
        from type in Clients
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where IsAsynchronous(method.ReturnType) && !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken))
        select SignatureOf(type, method));

    private static bool IsAsynchronous(Type type) =>
        typeof(Task).IsAssignableFrom(type) || type == typeof(FmeJobList) || type.Name is "ValueTask" or "ValueTask`1" or "IAsyncEnumerable`1";

    // The two that explain differ in nothing else.
    private static string SignatureOf(Type type, MethodInfo method)
    {
        string generic = method.Name == nameof(FmeJob.ExplainAsync) && method.IsGenericMethod ? "<TRequest>" : "";
        string parameters = string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name.Split('`')[0]));
        return $"{type.Name}.{method.Name}{generic}({parameters})";
    }
}
