// Package grpcfuzz feeds every method of gRPC services with bytes that no client would send, for fuzz tests.
package grpcfuzz

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/mem"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/dynamicpb"
)

const (
	// callLimit is how long a call may take: streams without an end are left then.
	callLimit = 50 * time.Millisecond
	// stuckLimit is when a call counts as stuck.
	stuckLimit = 10 * time.Second
	// answers is how many are read of a stream.
	answers = 8
)

// raw sends messages as they are.
type raw struct{}

func (raw) Marshal(v any) (mem.BufferSlice, error) {
	return mem.BufferSlice{mem.SliceBuffer(v.([]byte))}, nil
}

func (raw) Unmarshal(data mem.BufferSlice, v any) error {
	*v.(*[]byte) = data.Materialize()
	return nil
}

func (raw) Name() string { return "proto" }

// Calls runs the fuzz test: register puts the services on a server, and each input is sent to one of their methods, once
// or several times where it takes a stream. Seeds are an empty message and generated ones of each method. A panic ends
// the test, and so does a call that hangs, or that ends with an error that no table has: UNKNOWN, or INTERNAL for bytes that
// are a message.
func Calls(f *testing.F, register func(grpc.ServiceRegistrar)) {
	f.Helper()
	listener := bufconn.Listen(1 << 20)
	server := grpc.NewServer(grpc.MaxRecvMsgSize(1 << 20))
	register(server)
	methods := methodsOf(f, server)
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	conn, err := grpc.NewClient("passthrough:///fuzz", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }),
		grpc.WithDefaultCallOptions(grpc.ForceCodecV2(raw{})))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() {
		conn.Close()
		server.Stop()
		if err := <-served; err != nil {
			f.Error(err)
		}
	})
	for i, m := range methods {
		for _, seed := range seeds(m.Input()) {
			f.Add(uint16(i), seed)
		}
	}
	f.Fuzz(func(t *testing.T, which uint16, message []byte) {
		m := methods[int(which)%len(methods)]
		begun := time.Now()
		err := call(t.Context(), conn, m, message)
		if took := time.Since(begun); took > stuckLimit {
			t.Fatalf("%s took %s", m.FullName(), took)
		}
		malformed := proto.Unmarshal(message, dynamicpb.NewMessage(m.Input())) != nil
		switch code := status.Code(err); {
		case code == codes.Unknown, code == codes.Internal && !malformed:
			t.Fatalf("%s: %v", m.FullName(), err)
		}
	})
}

func call(ctx context.Context, conn *grpc.ClientConn, m protoreflect.MethodDescriptor, message []byte) error {
	ctx, cancel := context.WithTimeout(ctx, callLimit)
	defer cancel()
	if !m.IsStreamingServer() && !m.IsStreamingClient() {
		ctx = context.WithoutCancel(ctx)
		ctx, cancel = context.WithTimeout(ctx, stuckLimit)
		defer cancel()
	}
	path := fmt.Sprintf("/%s/%s", m.Parent().FullName(), m.Name())
	stream, err := conn.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}, path)
	if err != nil {
		return err
	}
	sends := 1
	if m.IsStreamingClient() {
		sends = 3
	}
	for range sends {
		if stream.SendMsg(message) != nil {
			break // RecvMsg says why
		}
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	for range answers {
		var answer []byte
		if err := stream.RecvMsg(&answer); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
	return nil
}

// methodsOf are the server's methods in order.
func methodsOf(f *testing.F, server *grpc.Server) []protoreflect.MethodDescriptor {
	f.Helper()
	var all []protoreflect.MethodDescriptor
	for name := range server.GetServiceInfo() {
		d, err := protoregistry.GlobalFiles.FindDescriptorByName(protoreflect.FullName(name))
		if err != nil {
			f.Fatalf("service %s: %v", name, err)
		}
		service := d.(protoreflect.ServiceDescriptor)
		for i := range service.Methods().Len() {
			all = append(all, service.Methods().Get(i))
		}
	}
	slices.SortFunc(all, func(a, b protoreflect.MethodDescriptor) int {
		return strings.Compare(string(a.FullName()), string(b.FullName()))
	})
	return all
}

// seeds are messages of a type: empty, with small values, with the largest, and with bytes as long as hashes.
func seeds(d protoreflect.MessageDescriptor) [][]byte {
	out := [][]byte{{}}
	for _, kind := range []int{0, 1, 2} {
		if b, err := proto.Marshal(filled(d, kind, 3)); err == nil {
			out = append(out, b)
		}
	}
	return out
}

func filled(d protoreflect.MessageDescriptor, kind, depth int) *dynamicpb.Message {
	m := dynamicpb.NewMessage(d)
	for i := range d.Fields().Len() {
		field := d.Fields().Get(i)
		if field.IsMap() || field.Message() != nil && depth == 0 {
			continue
		}
		value := valueOf(field, kind, depth)
		if field.IsList() {
			list := m.NewField(field).List()
			list.Append(value)
			list.Append(value)
			value = protoreflect.ValueOfList(list)
		}
		m.Set(field, value)
	}
	return m
}

func valueOf(field protoreflect.FieldDescriptor, kind, depth int) protoreflect.Value {
	sizes := []int{1, 20, 32}
	switch field.Kind() {
	case protoreflect.MessageKind, protoreflect.GroupKind:
		return protoreflect.ValueOfMessage(filled(field.Message(), kind, depth-1))
	case protoreflect.BytesKind:
		return protoreflect.ValueOfBytes(make([]byte, sizes[kind]))
	case protoreflect.StringKind:
		return protoreflect.ValueOfString(strings.Repeat("1", sizes[kind]))
	case protoreflect.BoolKind:
		return protoreflect.ValueOfBool(kind > 0)
	case protoreflect.EnumKind:
		return protoreflect.ValueOfEnum(protoreflect.EnumNumber(kind))
	case protoreflect.DoubleKind:
		return protoreflect.ValueOfFloat64([]float64{1, -1, 1e308}[kind])
	case protoreflect.FloatKind:
		return protoreflect.ValueOfFloat32([]float32{1, -1, 3e38}[kind])
	case protoreflect.Int32Kind, protoreflect.Sint32Kind, protoreflect.Sfixed32Kind:
		return protoreflect.ValueOfInt32([]int32{1, -1, 1<<31 - 1}[kind])
	case protoreflect.Int64Kind, protoreflect.Sint64Kind, protoreflect.Sfixed64Kind:
		return protoreflect.ValueOfInt64([]int64{1, -1, 1<<63 - 1}[kind])
	case protoreflect.Uint32Kind, protoreflect.Fixed32Kind:
		return protoreflect.ValueOfUint32([]uint32{1, 2, 1<<32 - 1}[kind])
	default:
		return protoreflect.ValueOfUint64([]uint64{1, 2, 1<<64 - 1}[kind])
	}
}
